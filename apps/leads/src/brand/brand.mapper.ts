import { type Brand as BrandReply, brandShades, type Picture as PictureReply } from '@porchlight/contracts';
import type { Picture } from '../picture/picture.entity';
import type { Look } from './brand.repository';

const pictureReply = ({ id, width, height, alt }: Picture): PictureReply => ({
  id,
  url: `/api/leads/brand/pictures/${id}`,
  width,
  height,
  alt,
});

export const brandReply = ({ brand, logo, pictures }: Look): BrandReply => ({
  companyId: brand.companyId,
  version: brand.version,
  colors: brand.colors,
  shades: brandShades(brand.colors),
  logo: logo && pictureReply(logo),
  suggestions: brand.suggestions.map(({ primary, secondary }) => ({ primary, secondary })),
  pictures: pictures.map(pictureReply),
});
