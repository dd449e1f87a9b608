import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Set on calls that carry no access token and never wait for one. */
export const ANONYMOUS = new HttpContextToken(() => false);

export const anonymous = (): { context: HttpContext } => ({ context: new HttpContext().set(ANONYMOUS, true) });
