import type { Key } from './query-keys.js';

/** Tells the other tabs, and other providers of this page, which keys have changed. Never any data. */
export class TabSync {
  #channel: BroadcastChannel | undefined;

  /** Tabs with the same name hear of each other. */
  constructor(name: string, changed: (keys: readonly Key[]) => void) {
    // Refused to opaque origins.
    try {
      this.#channel = new BroadcastChannel(`orgkit:${name}`);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (Array.isArray(data) && data.every(Array.isArray)) changed(data as Key[]);
    };
  }

  tell(keys: readonly Key[]): void {
    this.#channel?.postMessage(keys);
  }

  /** What is told afterwards, by a change that was under way, is told to nobody. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
