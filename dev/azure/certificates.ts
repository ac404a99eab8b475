import { generate } from 'selfsigned';

export interface ServerCertificate {
  key: string;
  cert: string;
}

export interface CertificateAuthority {
  /** PEM of the authority, for those who are to trust the stand-in. */
  cert: string;
  issue(names: string[]): Promise<ServerCertificate>;
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const validity = { notBeforeDate: days(-1), notAfterDate: days(365), keyType: 'ec', algorithm: 'sha256' } as const;

/** A certificate authority made for this run; its key never leaves memory. */
export async function createCertificateAuthority(): Promise<CertificateAuthority> {
  const authority = await generate([{ name: 'commonName', value: 'Azure stand-in authority' }], {
    ...validity,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    cert: authority.cert,
    issue: (names) => issue({ key: authority.private, cert: authority.cert }, names),
  };
}

async function issue(ca: ServerCertificate, names: string[]): Promise<ServerCertificate> {
  const isAddress = (name: string) => /^[\d.]+$|:/.test(name);
  const altNames = names.map((name) =>
    isAddress(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const)
  );
  const issued = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    ...validity,
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: issued.private, cert: issued.cert };
}
