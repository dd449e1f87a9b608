/** Injection token: the folder of the MJML templates. */
export const TEMPLATES = Symbol('templates');
