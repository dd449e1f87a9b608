import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-wordmark',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path class="lamp" d="M16 5v4M11 12h10l2.5 9h-15z" />
      <path class="glow" d="M12.5 25a3.5 3.5 0 0 0 7 0z" />
    </svg>
    <span>Porchlight</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font-weight: 650;
      font-size: var(--text-17);
      letter-spacing: -0.01em;
    }
    svg {
      width: 28px;
      height: 28px;
    }
    rect {
      fill: #1f4e46;
    }
    .lamp {
      fill: none;
      stroke: #f5b041;
      stroke-width: 2.4;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .glow {
      fill: #f5b041;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Wordmark {}
