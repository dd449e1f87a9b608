import { inject, Injectable } from '@angular/core';
import type { CaptureForm, ChangeCaptureForm } from '@porchlight/contracts';
import { Api } from '../api/api';

/** Companies' public forms: what the service is asked and told. */
@Injectable({ providedIn: 'root' })
export class CaptureForms {
  private readonly api = inject(Api);

  get(companyId: string): Promise<CaptureForm> {
    return this.api.get<CaptureForm>(at(companyId));
  }

  change({ companyId, version }: CaptureForm, change: ChangeCaptureForm): Promise<CaptureForm> {
    return this.api.patch<CaptureForm>(at(companyId), change, { version });
  }
}

const at = (companyId: string): string => `/api/leads/capture-form?companyId=${companyId}`;
