/** Who created things in the demonstration, as Azure's systemData names them. */
export const people = {
  maria: { name: 'maria.silva@contoso.com', type: 'User' },
  jonas: { name: 'jonas.weber@contoso.com', type: 'User' },
  amira: { name: 'amira.haddad@contoso.com', type: 'User' },
  pipeline: { name: 'd7b0f3a9-6c21-4e85-b94f-03a8c5e1f672', type: 'Application' },
} as const;

export type Person = keyof typeof people;
