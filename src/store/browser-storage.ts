export type StorageName = 'localStorage' | 'sessionStorage';

// Storage may be blocked, and then even reading the property throws.
export function readItem(storage: StorageName, key: string): string | null {
  try {
    return globalThis[storage].getItem(key);
  } catch {
    return null;
  }
}

export function writeItem(storage: StorageName, key: string, text: string | undefined): void {
  try {
    if (text === undefined) globalThis[storage].removeItem(key);
    else globalThis[storage].setItem(key, text);
  } catch {
    // Blocked or full: then it is not remembered.
  }
}
