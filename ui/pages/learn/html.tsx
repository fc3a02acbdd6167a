/** Text of our own lessons, made HTML when the app was built. */
export const Html = ({ html, className = "prose" }: { readonly html: string; readonly className?: string }) => (
  <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
);
