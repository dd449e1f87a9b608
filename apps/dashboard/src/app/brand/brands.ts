import { inject, Injectable } from '@angular/core';
import type { Brand, CompanyColors } from '@porchlight/contracts';
import { Api } from '../api/api';

/** How companies look: what the service is asked and told. */
@Injectable({ providedIn: 'root' })
export class Brands {
  private readonly api = inject(Api);

  get(companyId: string): Promise<Brand> {
    return this.api.get<Brand>(at('', companyId));
  }

  recolor({ companyId, version }: Brand, colors: CompanyColors): Promise<Brand> {
    return this.api.put<Brand>(at('', companyId), { colors }, { version });
  }

  setLogo({ companyId, version }: Brand, file: Blob, sent?: (share: number) => void): Promise<Brand> {
    return this.api.upload<Brand>(at('/logo', companyId), file, { method: 'PUT', version, sent });
  }

  removeLogo({ companyId, version }: Brand): Promise<Brand> {
    return this.api.delete<Brand>(at('/logo', companyId), { version });
  }

  addPicture({ companyId, version }: Brand, file: Blob, sent?: (share: number) => void): Promise<Brand> {
    return this.api.upload<Brand>(at('/pictures', companyId), file, { version, sent });
  }

  describePicture({ companyId, version }: Brand, id: string, alt: string | null): Promise<Brand> {
    return this.api.patch<Brand>(at(`/pictures/${id}`, companyId), { alt }, { version });
  }

  removePicture({ companyId, version }: Brand, id: string): Promise<Brand> {
    return this.api.delete<Brand>(at(`/pictures/${id}`, companyId), { version });
  }
}

const at = (path: string, companyId: string): string => `/api/leads/brand${path}?companyId=${companyId}`;
