/** A custom elements manifest, as the analyzer writes it. */
export interface CustomElementsManifest {
  readonly modules: readonly unknown[];
}
/** The text of custom-elements.json, as the sources say it now. */
export declare function manifest(): Promise<string>;
/** Writes the editors' data and the types for JSX, made from the manifest, beside the declarations in a folder. */
export declare function writeEditorData(elements: CustomElementsManifest, outdir: string): void;
