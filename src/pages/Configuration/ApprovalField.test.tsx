import { screen } from '@testing-library/react';
import React from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { render } from '../../test/render';
import { ApprovalField } from './ApprovalField';

function Form({ allowed, stored }: { allowed: boolean | undefined; stored: boolean }) {
  const form = useForm({ defaultValues: { approveRequests: stored } });
  return (
    <FormProvider {...form}>
      <ApprovalField allowed={allowed} />
      <output aria-label="value">{String(form.watch('approveRequests'))}</output>
    </FormProvider>
  );
}

const field = () => screen.getByRole('checkbox', { name: /^Approve and reject requests/ });

it.each([true, undefined])('can be switched on where the operator’s answer is %s', async (allowed) => {
  const { user } = render(<Form allowed={allowed} stored={false} />);
  await user.click(field());
  expect(field()).toBeChecked();
  expect(screen.getByRole('status', { name: 'value' })).toHaveTextContent('true');
});

it('can’t be switched on where the operator doesn’t allow it, and says how that is done', async () => {
  const { user } = render(<Form allowed={false} stored={false} />);
  expect(field()).toBeDisabled();
  await user.click(field());
  expect(screen.getByRole('status', { name: 'value' })).toHaveTextContent('false');
  expect(screen.getByText(/they set approve_requests = true in the section \[plugin/)).toBeVisible();
});

it('can be switched off, whoever allows it', async () => {
  const { user } = render(<Form allowed={false} stored />);
  await user.click(field());
  expect(screen.getByRole('status', { name: 'value' })).toHaveTextContent('false');
});
