import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

/**
 * Calls `look` with the token of the page's address: in the fragment, which no server and no log ever sees. Again when
 * another link is opened in the same tab, which loads no new page. Call it in an injection context.
 */
export function onPageToken(look: (token: string) => void): void {
  inject(ActivatedRoute)
    .fragment.pipe(takeUntilDestroyed())
    .subscribe((fragment) => look(fragment ?? ''));
}
