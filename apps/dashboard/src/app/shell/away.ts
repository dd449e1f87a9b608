import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { localPath } from '../session/home';
import { PublicFrame } from './public-frame';

@Component({
  selector: 'app-away',
  imports: [MatButton, PublicFrame],
  template: `
    <app-public-frame>
      <h1>Porchlight cannot be reached</h1>
      <p class="muted">You are still signed in and nothing is lost. Check your connection, or give it a moment.</p>
      <div class="actions"><button matButton="filled" type="button" (click)="again()">Try again</button></div>
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Away {
  readonly to = input<string>();
  private readonly router = inject(Router);

  protected again(): void {
    void this.router.navigateByUrl(localPath(this.to()) ?? '/', { onSameUrlNavigation: 'reload' });
  }
}
