import type { PortalShellV1 } from '@porchlight/contracts';
import type { Brand } from '../brand/brand.entity';
import type { Company } from '../company/company.entity';
import type { Picture } from '../picture/picture.entity';

/** What a shell is made of; a portal's name, lead and dates are not among it. */
export interface ShellSources {
  readonly portal: { readonly projectId: string; readonly welcomeMessage: string };
  readonly company: Pick<Company, 'name' | 'amberDays' | 'contact'>;
  readonly brand: Pick<Brand, 'primaryColor' | 'secondaryColor' | 'logoId'>;
  /** In the order in which they are shown. */
  readonly pictures: readonly Pick<Picture, 'smallId' | 'alt'>[];
}

/** Where a project's portal has a file of the public folder, for those who may see that portal. */
const fileUrl = (projectId: string, id: string): string => `/api/portal/${projectId}/files/${id}`;

/**
 * The public frame around a project's view: an allow-list, field by field. What is not named here never leaves, whatever
 * is added to leads, clients or companies. The order of keys is fixed, since shells are compared by their bytes.
 */
export const portalShell = ({ portal, company, brand, pictures }: ShellSources): PortalShellV1 => ({
  projectId: portal.projectId,
  company: {
    name: company.name,
    ...(brand.logoId !== null && { logoUrl: fileUrl(portal.projectId, brand.logoId) }),
    colors: { primary: brand.primaryColor, secondary: brand.secondaryColor },
    ...(pictures.length > 0 && {
      pictures: pictures.map(({ smallId, alt }) => ({
        url: fileUrl(portal.projectId, smallId),
        ...(alt !== null && { alt }),
      })),
    }),
    contact: {
      ...(company.contact.name !== undefined && { name: company.contact.name }),
      ...(company.contact.phone !== undefined && { phone: company.contact.phone }),
      ...(company.contact.email !== undefined && { email: company.contact.email }),
    },
  },
  ...(portal.welcomeMessage !== '' && { welcomeMessage: portal.welcomeMessage }),
  amberDays: company.amberDays,
});
