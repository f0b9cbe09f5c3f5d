/** How a command is told of a Logto tenant; each may come from the environment instead. */
export const tenantOptions = {
  endpoint: { type: 'string' },
  'app-id': { type: 'string' },
  resource: { type: 'string' },
  'm2m-id': { type: 'string' },
  'm2m-secret-file': { type: 'string' },
  'm2m-resource': { type: 'string' },
  'm2m-endpoint': { type: 'string' },
} as const;
