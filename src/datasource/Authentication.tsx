import { type DataSourcePluginOptionsEditorProps, type DataSourceSettings } from '@grafana/data';
import React, { useEffect, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type SignInOptions } from '../domain/settings/setup';
import { firstMethod, type StoredSettings } from '../domain/settings/settings';
import { type FormValues, saved, toChange, toFormValues } from '../components/signIn/formValues';
import { SignInFields } from '../components/signIn/SignInFields';
import { type Options } from './query';

interface Props extends DataSourcePluginOptionsEditorProps<Options> {
  offers: SignInOptions | undefined;
}

/** The app's own fields of authentication, over the settings of a data source. */
export function Authentication({ options, onOptionsChange, offers }: Props) {
  const stored = useMemo(() => storedOf(options), [options]);
  const cloud = offers?.cloud ?? '';
  const form = useForm<FormValues>({ defaultValues: toFormValues(stored, firstMethod, cloud) });
  const { getValues, reset, watch } = form;

  // Grafana counts the version up when it saves: secrets are stored then, and shown no more.
  useEffect(() => reset(saved(getValues())), [options.version, getValues, reset]);
  // Which cloud is this Grafana's is known after a moment.
  useEffect(() => {
    if (cloud && !getValues('azureCloud')) {
      reset({ ...getValues(), azureCloud: cloud });
    }
  }, [cloud, getValues, reset]);
  useEffect(() => {
    const subscription = watch((values) => {
      const { jsonData, secrets } = toChange(values as FormValues, storedOf(options));
      onOptionsChange({
        ...options,
        jsonData: { ...options.jsonData, azureCredentials: jsonData.azureCredentials },
        secureJsonData: secrets,
      });
    });
    return () => subscription.unsubscribe();
  }, [watch, options, onOptionsChange]);

  return (
    <FormProvider {...form}>
      <SignInFields options={offers} secretsSet={stored.secretsSet} label="Authentication" />
    </FormProvider>
  );
}

/** A data source's settings in the app's words. */
function storedOf({ jsonData, secureJsonFields }: DataSourceSettings<Options>): StoredSettings {
  const { azureCredentials } = jsonData;
  return {
    enabled: true,
    pinned: false,
    jsonData: { azureCredentials, place: 'local' },
    unreadable: [],
    newer: false,
    exposed: [],
    secretsSet: secureJsonFields,
  };
}
