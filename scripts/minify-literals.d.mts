/** The source with the texts of its `html`, `svg` and `css` templates minified. */
export declare function minifyLiterals(source: string, fileName: string): Promise<string>;
