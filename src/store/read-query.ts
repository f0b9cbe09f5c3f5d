import type { OrgStore } from './org-store.js';
import type { OrgQuery, QueryWatch } from './query-watch.js';

/** What a query says, once: as it was half a minute ago at most, else asked for. @throws OrgError */
export async function readQuery<Data>(store: OrgStore, query: OrgQuery<Data>): Promise<Data> {
  let watch: QueryWatch<Data> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const look = (): void => {
        if (!watch || watch.isFetching) return;
        if (watch.error || watch.data === undefined) reject(watch.error ?? new Error('No answer.'));
        else resolve(watch.data);
      };
      watch = store.watch(query, look);
      look();
    });
  } finally {
    watch?.stop();
  }
}
