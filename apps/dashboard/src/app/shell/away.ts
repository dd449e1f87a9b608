import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { DOOR_WORDS } from '../door/door-words';
import { localPath } from '../session/home';
import { PublicFrame } from './public-frame';

@Component({
  selector: 'app-away',
  imports: [MatButton, PublicFrame],
  template: `
    <app-public-frame>
      <h1>{{ words.away.title }}</h1>
      <p class="muted">{{ words.away.text }}</p>
      <div class="actions">
        <button matButton="filled" type="button" (click)="again()">{{ words.failures.again }}</button>
      </div>
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Away {
  readonly to = input<string>();
  protected readonly words = inject(DOOR_WORDS);
  private readonly router = inject(Router);

  protected again(): void {
    void this.router.navigateByUrl(localPath(this.to()) ?? '/', { onSameUrlNavigation: 'reload' });
  }
}
