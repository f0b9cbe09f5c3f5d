import { DataFileError } from '../sandbox/data-file.js';

/** What to tell a person about a failure to start that is not a bug; `undefined` for one that is. */
export const startError = (error: unknown): string | undefined => {
  if (error instanceof DataFileError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const place = 'port' in error ? `port ${String(error.port)}` : 'that port';
  if (error.code === 'EADDRINUSE') return `${place} is taken; choose another, or 0 for a free one`;
  if (error.code === 'EACCES') return `${place} needs rights that this process does not have`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    const host = 'address' in error ? error.address : 'hostname' in error ? error.hostname : 'that address';
    return `can't listen at ${String(host)}`;
  }
  return undefined;
};
