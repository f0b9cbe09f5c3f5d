/** The address of a file that Vite serves; `no-inline`, because the backend lets no `data:` logo pass. */
declare module '*.svg?no-inline' {
  const address: string;
  export default address;
}
