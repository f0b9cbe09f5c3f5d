import { readItem, writeItem, type StorageName } from './browser-storage.js';

/** Where a provider remembers the current organization. */
export type Remember = 'browser' | 'tab' | 'url' | 'none';

/** The id that was kept; `null` for the personal row; `undefined` when there is none. */
export type Remembered = string | null | undefined;

export interface OrganizationMemory {
  read(): Remembered;
  /** `isFallback`: nobody chose it, so it makes no entry in the history. */
  write(organizationId: Remembered, isFallback?: boolean): void;
  /** Ids by last use, newest first. */
  readonly recent: readonly string[];
  noteUse(organizationId: string): void;
  /** Told when it was changed elsewhere: in another tab, or by going back in the history. */
  subscribe(listener: () => void): () => void;
}

const RECENT = 5;

export interface MemoryOptions {
  readonly remember: Remember;
  /** Tells one application's memory from another's on the same origin. */
  readonly name: string;
  /** Name of the query parameter, for `url`. */
  readonly parameter: string;
}

/** Reads and writes nothing but strings of the browser's own storage and address; never throws. */
export function organizationMemory({ remember, name, parameter }: MemoryOptions): OrganizationMemory {
  const key = `orgkit:${name}:organization`;
  const recentKey = `orgkit:${name}:recent`;
  const storage = remember === 'tab' ? 'sessionStorage' : 'localStorage';
  const isKept = remember !== 'none';
  let recent: readonly string[] = isKept ? parseIds(readItem('localStorage', recentKey)) : [];
  const place =
    remember === 'url' ? addressPlace(parameter) : isKept ? storagePlace(storage, key) : noPlace();
  return {
    ...place,
    get recent() {
      return recent;
    },
    noteUse(organizationId) {
      recent = [organizationId, ...recent.filter((id) => id !== organizationId)].slice(0, RECENT);
      if (isKept) writeItem('localStorage', recentKey, JSON.stringify(recent));
    },
  };
}

type Place = Pick<OrganizationMemory, 'read' | 'write' | 'subscribe'>;

function noPlace(): Place {
  let kept: Remembered;
  return { read: () => kept, write: (id) => void (kept = id), subscribe: () => () => undefined };
}

// The personal row is an empty text: no id is.
function storagePlace(storage: StorageName, key: string): Place {
  return {
    read: () => fromText(readItem(storage, key)),
    write: (id) => writeItem(storage, key, id === undefined ? undefined : (id ?? '')),
    subscribe: (listener) => {
      // Another tab's session storage is never told of.
      const hear = (event: StorageEvent): void => {
        if (event.storageArea === localStorage && event.key === key) listener();
      };
      window.addEventListener('storage', hear);
      return () => window.removeEventListener('storage', hear);
    },
  };
}

function addressPlace(parameter: string): Place {
  const read = (): Remembered => fromText(new URLSearchParams(location.search).get(parameter));
  return {
    read,
    write: (id, isFallback) => {
      if (id === read()) return;
      const url = new URL(location.href);
      if (id === undefined) url.searchParams.delete(parameter);
      else url.searchParams.set(parameter, id ?? '');
      // What the page's router keeps in the entry belongs to the entry.
      if (isFallback) history.replaceState(history.state, '', url);
      else history.pushState(history.state, '', url);
    },
    subscribe: (listener) => {
      // A router's own `pushState` is told by the Navigation API alone.
      const navigation = globalThis.navigation as EventTarget | undefined;
      const [target, name] = navigation ? [navigation, 'currententrychange'] : [window, 'popstate'];
      target.addEventListener(name, listener);
      return () => target.removeEventListener(name, listener);
    },
  };
}

const fromText = (text: string | null): Remembered => (text === null ? undefined : text || null);

function parseIds(text: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, RECENT) : [];
  } catch {
    return [];
  }
}
