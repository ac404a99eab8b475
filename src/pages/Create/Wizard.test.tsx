import { act, screen, waitFor, within } from '@testing-library/react';
import { keep, KEEP_FOR, storageKey } from '../../data/browserStorage';
import { keepForAskingAgain } from '../../data/createDrafts';
import { queries } from '../../data/queries';
import { queryClient } from '../../data/queryClient';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { workspaceIdentity } from '../../domain/workspace';
import { demoEndpoints, demoWorkspace, INFLUX, ORDERS } from '../../test/fixtures';
import { answers } from '../../test/handlers';
import { CODE, keepDraft, readyDraft, renderCreate } from '../../test/renderCreate';

const field = (name: RegExp) => screen.getByRole('textbox', { name });
const kept = () => Object.values(window.localStorage).join();
const REJECTED = { ...ORDERS, connectionState: 'Rejected', requestMessage: `For orders ${CODE}` };

describe('steps', () => {
  it('open as the URL says, when those before are ready', async () => {
    keepDraft();
    const { path } = await renderCreate('/new/review');
    expect(path()).toBe('/new/review');
    expect(screen.getByRole('heading', { name: 'Review' })).toBeVisible();
  });

  it.each([
    ['/new', {}, '/new/target'],
    ['/new/nonsense', {}, '/new/target'],
    ['/new/review', { name: '' }, '/new/details'],
    ['/new/review?from=influx', { target: '' }, '/new/target?from=influx'],
  ])('%s with %j leads to %s', async (address, draft, expected) => {
    keepDraft(draft, address.includes('from') ? 'from-influx' : 'new');
    const { path } = await renderCreate(address);
    expect(path()).toBe(expected);
  });

  it('lead back to what is done, and not to what is not ready', async () => {
    keepDraft({ name: '' });
    const { user, path } = await renderCreate('/new/details');
    expect(screen.queryByRole('button', { name: 'Review' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Target' }));
    expect(path()).toBe('/new/target');
    expect(screen.getByRole('heading', { name: 'Target' })).toHaveFocus();
  });
});

describe('the draft', () => {
  it('is there again after leaving and coming back', async () => {
    const first = await renderCreate('/new');
    await first.user.click(screen.getByRole('radio', { name: /^Azure SQL server/ }));
    await first.user.click(field(/resource ID/i));
    await first.user.paste(readyDraft.target);
    await first.user.click(screen.getByRole('button', { name: 'Next: details' }));
    await first.user.clear(field(/^Name (?!of)/));
    await first.user.type(field(/^Name (?!of)/), 'mine');
    const message = (field(/^Request message/) as HTMLTextAreaElement).value;
    first.unmount();

    const second = await renderCreate('/new');
    expect(screen.getByText(/Kept in this browser for 30 days/)).toBeVisible();
    expect(screen.getByRole('radio', { name: /^Azure SQL server/ })).toBeChecked();
    await second.user.click(screen.getByRole('button', { name: 'Next: details' }));
    expect(field(/^Name (?!of)/)).toHaveValue('mine');
    expect(field(/^Request message/)).toHaveValue(message);
  });

  it('is not kept before anybody has changed anything', async () => {
    await renderCreate('/new');
    expect(window.localStorage).toHaveLength(0);
  });

  it('starts over on demand, after asking, with another code', async () => {
    keepDraft();
    const { user, path } = await renderCreate('/new/review');
    const startOver = async (answer: string) => {
      await user.click(screen.getByRole('button', { name: 'Start over' }));
      const dialog = within(screen.getByRole('dialog', { name: 'Start over?' }));
      await user.click(dialog.getByRole('button', { name: answer }));
    };
    await startOver('Keep draft');
    expect(path()).toBe('/new/review');
    await startOver('Start over');
    expect(await screen.findByRole('heading', { name: 'Target' })).toHaveFocus();
    expect(path()).toBe('/new/target');
    expect(field(/^Resource ID/)).toHaveValue('');
    expect(Object.values(window.localStorage).join()).not.toContain(CODE);
  });

  it('stays when one leaves by Cancel', async () => {
    keepDraft();
    const { user, unmount } = await renderCreate('/new/details');
    await user.type(field(/^Name (?!of)/), '-2');
    expect(screen.getByRole('link', { name: 'Cancel' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints'
    );
    unmount();
    expect(Object.values(window.localStorage).join()).toContain('"name":"billing-2"');
  });

  it('of any workspace ends after 30 days', async () => {
    const old = storageKey(
      'draft~new',
      '/subscriptions/s/resourceGroups/r/providers/Microsoft.Dashboard/grafana/other'
    );
    keep(old, {}, Date.now() - KEEP_FOR - 1);
    await renderCreate('/new');
    expect(window.localStorage).toHaveLength(0);
  });

  it('is overwritten by typing alone where another tab has one, too', async () => {
    keepDraft();
    const { user } = await renderCreate('/new/details');
    act(() => keepDraft({ name: 'from-the-other-tab' }));
    expect(field(/^Name (?!of)/)).toHaveValue('billing');
    expect(kept()).toContain('"name":"from-the-other-tab"');
    await user.type(field(/^Name (?!of)/), '-2');
    expect(kept()).toContain('"name":"billing-2"');
  });

  it('is kept as it stands after a change was taken back', async () => {
    keepDraft({ targetRegion: '' });
    const before = kept();
    const { user } = await renderCreate('/new/details');
    await user.type(field(/^Name (?!of)/), 'x{Backspace}');
    expect(kept()).toContain('"name":"billing"');
    expect(kept()).not.toBe(before);
  });

  it('is not kept again for what is found out about its target', async () => {
    keepDraft({ targetRegion: '' });
    const before = kept();
    await renderCreate('/new/target');
    await waitFor(() => expect(queryClient.getQueryData(queries.target(readyDraft.target).queryKey)).toBeDefined());
    await act(() => Promise.resolve());
    expect(kept()).toBe(before);
  });
});

describe('asking again with ?from', () => {
  it('takes over the details of an endpoint that exists, under a free name and with another code', async () => {
    const { user } = await renderCreate(
      '/new/details?from=ORDERS-SQL',
      answers('GET /endpoints', { endpoints: [INFLUX, REJECTED] })
    );
    expect(screen.getByText('Copied from ORDERS-SQL')).toBeVisible();
    expect(field(/^Name (?!of)/)).toHaveValue('orders-sql-2');
    expect(field(/^Request message/)).toHaveDisplayValue(/^For orders MPE-/);
    expect(field(/^Request message/)).not.toHaveDisplayValue(`For orders ${CODE}`);
    await user.click(screen.getByRole('button', { name: 'Target' }));
    expect(field(/resource ID/i)).toHaveValue(ORDERS.targetId);
  });

  it('has the details, and the name, of one that was deleted here', async () => {
    keepForAskingAgain(workspaceIdentity(demoWorkspace), REJECTED);
    const { path } = await renderCreate(
      '/new/review?from=orders-sql',
      answers('GET /endpoints', { endpoints: [INFLUX] })
    );
    expect(path()).toBe('/new/review?from=orders-sql');
    expect(screen.getByText('orders-sql')).toBeVisible();
  });

  it.each([
    ['an endpoint that exists', () => undefined],
    ['one that was deleted here', () => keepForAskingAgain(workspaceIdentity(demoWorkspace), REJECTED)],
  ])('begins no draft by itself: %s', async (_, prepare) => {
    prepare();
    const before = { ...window.localStorage };
    await renderCreate('/new/target?from=orders-sql', answers('GET /endpoints', { endpoints: [INFLUX, REJECTED] }));
    // What the target is like is known, and would complete the draft.
    await waitFor(() => expect(queryClient.getQueryData(queries.target(ORDERS.targetId).queryKey)).toBeDefined());
    await act(() => Promise.resolve());
    const unfinished = Object.values(window.localStorage).filter((kept) => !kept.includes('"byItself":true'));
    expect(unfinished).toEqual([]);
    expect(Object.keys(window.localStorage)).toEqual(Object.keys(before));
  });

  it('says so when there is nothing to take over', async () => {
    await renderCreate('/new?from=gone', answers('GET /endpoints', { endpoints: demoEndpoints }));
    expect(screen.getByText('Private endpoint gone no longer exists')).toBeVisible();
  });

  it('leaves the other draft alone', async () => {
    keepDraft({ target: sampleTargetId('Microsoft.Sql/servers', 'untouched') });
    const { user } = await renderCreate('/new/details?from=influx');
    await user.type(field(/^Name (?!of)/), 'x');
    const kept = Object.entries(window.localStorage).filter(([key]) => key.includes('draft~'));
    expect(kept).toHaveLength(2);
    expect(kept.find(([key]) => key.includes('~new'))?.[1]).toContain('untouched');
  });
});
