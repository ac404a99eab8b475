import { dataSourceCases } from './dataSourceCases';
import { type GrafanaUnderTest, TriedGrafana } from './underTest/triedGrafana';
import { preview, realGrafana, standIn } from './underTest/grafanas';

jest.setTimeout(120_000);

const realUrl = process.env.GRAFANA_URL;

/** One table for all of them: stand-in and preview do what a real one does (`GRAFANA_URL=… npm run grafana-cases`). */
const grafanas: Array<[string, () => Promise<GrafanaUnderTest>]> = [
  ["the stand-in's Grafana", standIn],
  ['the preview', preview],
];
if (realUrl) {
  grafanas.push([realUrl, () => realGrafana(realUrl)]);
}

describe.each(grafanas)('%s', (_, start) => {
  let grafana: GrafanaUnderTest | undefined;
  let tried: TriedGrafana;
  beforeAll(async () => {
    grafana = await start();
    tried = new TriedGrafana(grafana);
  });
  afterEach(() => tried.tidy());
  afterAll(() => grafana?.close());

  it.each(dataSourceCases)('%s', (_expected, tryIt) => tryIt(tried));
});
