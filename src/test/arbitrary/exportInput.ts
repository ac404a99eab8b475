import fc from 'fast-check';
import { catalogue } from '../../domain/catalogue/catalogue';
import { type ExportInput } from '../../domain/exports/exportInput';
import { sampleTargetId, sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';

/** Texts with everything that a language may trip over. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$',
        '${',
        '$${',
        '%{',
        '%%{',
        '`',
        '$(',
        '{',
        '}',
        '\n',
        '\r',
        '\t',
        ' ',
        '#',
        '!',
        '‘',
        '’',
        '@',
        '-',
        'a',
        'é',
        '\u0001',
        '\u007f',
        '\u2028',
        '//',
        '/*',
        '<<EOF'
      ),
      { maxLength: 12 }
    )
    .map((parts) => parts.join(''))
);

/** Endpoints to be written as code: legal ids and names, nasty free texts. */
export const exportInput: fc.Arbitrary<ExportInput> = fc.record({
  workspaceId: fc.constant(sampleWorkspaceId),
  location: fc.constantFrom('westeurope', 'West US 2'),
  name: fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,18}[a-zA-Z0-9]$/),
  targetId: fc.constantFrom(
    ...catalogue.map((kind) => sampleTargetId(kind.resourceType, 'target')),
    sampleTargetId('Microsoft.Odd/things', 'x')
  ),
  targetRegion: fc.constantFrom('', 'northeurope'),
  subResources: fc.array(fc.stringMatching(/^[a-zA-Z_]{1,12}$/), { maxLength: 2 }),
  requestMessage: nastyText,
  domainName: fc.constantFrom('', '*.prom.contoso.com', 'influx.contoso.com'),
  tags: fc.dictionary(
    fc.oneof(
      fc.stringMatching(/^[a-z][a-z-]{0,8}$/),
      nastyText.map((text) => `k${text}`)
    ),
    nastyText,
    { maxKeys: 3 }
  ),
});
