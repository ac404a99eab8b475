import { atLeast, checkGo } from './buildGo';

describe('comparing versions', () => {
  it.each([
    ['20.20.2', '20', true],
    ['1.26', '1.26.0', true],
    ['1.26.8', '1.26.5', true],
    ['1.9.9', '1.26', false],
    ['18.20.0', '20', false],
  ])('%s is at least %s: %p', (version, needed, expected) => {
    expect(atLeast(version, needed)).toBe(expected);
  });
});

describe('checking for Go', () => {
  it('is content with a new one', async () => {
    await expect(checkGo(async () => 'go version go1.99.0 linux/amd64')).resolves.toBeUndefined();
  });

  it('says which is needed when there is an old one', async () => {
    await expect(checkGo(async () => 'go version go1.18.1 linux/amd64')).rejects.toThrow(
      /^Go 1\.\d+\S* or newer is needed, this is 1\.18\.1: get it from/
    );
  });

  it('says so when there is none', async () => {
    await expect(checkGo(() => Promise.reject(new Error('spawn go ENOENT')))).rejects.toThrow('"go" was not found');
  });
});
