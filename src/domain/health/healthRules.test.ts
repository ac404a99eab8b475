import { healthFixtures } from '../testing/healthFixtures';
import { healthTexts } from '../testing/healthTexts';
import { addressRules } from './addressRules';
import { refusalRules, tokenRules } from './azureRules';
import { databaseRules } from './databaseRules';
import { type HealthRule } from './healthRule';
import { httpRules, lastRules } from './httpRules';
import { networkRules } from './networkRules';
import { sortHealth } from './sortHealth';
import { storeRules } from './storeRules';
import { tlsRules } from './tlsRules';

const { known, putAside } = healthTexts();
const texts: Array<{ text: string; type?: string }> = [
  ...known,
  ...putAside,
  ...healthFixtures.map(([, text]) => ({ text })),
];
const tables: ReadonlyArray<readonly HealthRule[]> = [
  ...[refusalRules, tokenRules, addressRules, tlsRules, networkRules, httpRules, lastRules],
  ...[...databaseRules, ...storeRules].map(([, rules]) => rules),
];

it('each rule decides about some text, so none is dead or hidden behind another', () => {
  const idle = tables.flatMap((rules) =>
    rules.filter(([pattern, finding], i) => {
      const before = rules.slice(0, i);
      return !texts.some(
        ({ text, type }) =>
          pattern.test(text) &&
          !before.some(([earlier]) => earlier.test(text)) &&
          sortHealth({ status: 'error', message: '', raw: text }, { type }).finding === finding
      );
    })
  );
  expect(idle.map(([pattern]) => pattern.source)).toEqual([]);
});
