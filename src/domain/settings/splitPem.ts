const privateKeyBlock = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----\s*/;

/**
 * Takes the private key out of a PEM text: Azure CLI writes it into one file with the certificate
 * (`az ad sp create-for-rbac --create-cert`). '' where there is none.
 */
export function splitPem(text: string): { certificate: string; privateKey: string } {
  const [block = ''] = privateKeyBlock.exec(text) ?? [];
  return { certificate: block ? text.replace(block, '').trim() : text, privateKey: block.trim() };
}
