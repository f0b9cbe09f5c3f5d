/** A chunk of what a page loads. */
export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
}

export declare function bundle(modules: readonly string[]): Promise<readonly Chunk[]>;
/** The text of the file that a page loads: it imports the entry. */
export declare function facade(chunks: readonly Chunk[]): string;
