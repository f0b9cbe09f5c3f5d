import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from '../options.js';

/**
 * The secret of the machine-to-machine application: from a file, from standard input (`-`), or from the environment.
 * Never from an option: other people of the machine see those.
 *
 * @throws UsageError when the file can't be read
 */
export const readSecret = async (
  option: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> => {
  if (option === '-') return text(process.stdin);
  const name = option === undefined ? 'LOGTO_M2M_SECRET_FILE' : '--m2m-secret-file';
  const file = option ?? environment['LOGTO_M2M_SECRET_FILE'];
  if (file === undefined || (file === '' && option === undefined)) return environment['LOGTO_M2M_SECRET'];
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${name}: can't read the file "${file}" (${codeOf(error)})`);
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
