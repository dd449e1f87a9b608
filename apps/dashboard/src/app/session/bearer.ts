import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ANONYMOUS } from './anonymous';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

const carrying = (request: HttpRequest<unknown>, token: string): HttpRequest<unknown> =>
  request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });

/** Adds the bearer to calls of our own services; a 401 is answered by one shared refresh and one repeat. */
export const bearer: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || request.context.get(ANONYMOUS)) return next(request);
  const session = inject(Session);
  const signInAgain = inject(SignInAgain);
  const token = session.token();
  return next(token ? carrying(request, token) : request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(session.refresh(token)).pipe(
        // The page stays as it is while its person signs in again: nothing typed is lost.
        switchMap((fresh) => (fresh ? [fresh] : from(signInAgain.ask()))),
        switchMap((fresh) => (fresh ? next(carrying(request, fresh)) : throwError(() => error))),
      );
    }),
  );
};
