import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Brand as BrandReply, type CompanyColors, maxPictures } from '@porchlight/contracts';
import { type Place, Staff } from '@porchlight/messaging';
import { type PictureKind, RenditionMaker, Uploads } from '@porchlight/media';
import { type Caller, problems, type RawBody, Transactions } from '@porchlight/platform';
import { Picture } from '../picture/picture.entity';
import { PublicFiles } from '../picture/public-files';
import { type BrandChange, BrandDesk } from './brand-desk';
import type { Look } from './brand.repository';
import { suggestColors } from './color-suggestions';

export type PictureSize = 'large' | 'small';

const noPicture = () => problems.notFound('picture');
const insistOnRoom = ({ pictures }: Look): void => {
  if (pictures.length >= maxPictures)
    throw problems.conflict('too_many_files', `There are ${maxPictures} pictures already: remove one first.`);
};
const knownTo = ({ pictures }: Look, id: string): Picture => {
  const picture = pictures.find((one) => one.id === id);
  if (!picture) throw noPicture();
  return picture;
};

/** The logo and the portfolio of a company. */
@Injectable()
export class BrandPictures {
  constructor(
    private readonly staff: Staff,
    private readonly desk: BrandDesk,
    private readonly uploads: Uploads,
    private readonly renditions: RenditionMaker,
    private readonly files: PublicFiles,
    private readonly transactions: Transactions,
  ) {}

  async putLogo(change: BrandChange, body: RawBody): Promise<BrandReply> {
    const companyId = await this.desk.admit(change, () => undefined);
    return this.uploads.receive(companyId, body, async (bytes) => {
      const { picture, suggestions } = await this.keep(companyId, 'logo', bytes, body.type);
      return this.desk.change({ ...change, companyId }, async (em, { brand, logo }) => {
        logo?.giveUp();
        (await noted(em, picture)).show(0);
        brand.wearLogo(picture.id, suggestions);
      });
    });
  }

  removeLogo(change: BrandChange): Promise<BrandReply> {
    return this.desk.change(change, (_em, { brand, logo }) => {
      if (brand.logoId === null) throw problems.notFound('logo');
      logo?.giveUp();
      brand.takeOffLogo();
    });
  }

  async addPicture(change: BrandChange, body: RawBody): Promise<BrandReply> {
    const companyId = await this.desk.admit(change, insistOnRoom);
    return this.uploads.receive(companyId, body, async (bytes) => {
      const { picture } = await this.keep(companyId, 'photo', bytes, body.type);
      return this.desk.change({ ...change, companyId }, async (em, look) => {
        insistOnRoom(look);
        (await noted(em, picture)).show(Math.max(0, ...look.pictures.map(({ position }) => position + 1)));
        look.brand.picturesChanged();
      });
    });
  }

  describe(change: BrandChange, id: string, alt: string | null): Promise<BrandReply> {
    return this.desk.change(change, (_em, look) => {
      const picture = knownTo(look, id);
      if (picture.alt === alt) return;
      picture.alt = alt;
      look.brand.picturesChanged();
    });
  }

  removePicture(change: BrandChange, id: string): Promise<BrandReply> {
    return this.desk.change(change, (_em, look) => {
      knownTo(look, id).giveUp();
      look.brand.picturesChanged();
    });
  }

  /** The bytes of a picture that is shown, for the staff. */
  async read(caller: Caller, id: string, size: PictureSize): Promise<{ bytes: Buffer; kind: PictureKind }> {
    const find = (em: EntityManager, { companyId }: Place) => em.findOne(Picture, { id, companyId, givenUpAt: null });
    const picture = await this.staff.whereFound(
      caller,
      'brand.read',
      { find, missing: noPicture() },
      async (_em, found) => found,
    );
    const bytes = await this.files.read(size === 'small' ? picture.smallId : picture.id);
    if (!bytes) throw noPicture();
    return { bytes, kind: picture.kind };
  }

  /** Noted first, then stored: nothing lies in the folder that no row knows of, whatever fails. */
  private async keep(
    companyId: string,
    kind: PictureKind,
    bytes: Buffer,
    type: string,
  ): Promise<{ picture: Picture; suggestions: CompanyColors[] }> {
    const made = await this.renditions.make(bytes, type, kind);
    const picture = Picture.noted(companyId, kind, made);
    await this.transactions.run({ companyId }, async (em) => void em.persist(picture));
    await this.files.put(picture.id, made.large.bytes);
    await this.files.put(picture.smallId, made.small.bytes);
    return { picture, suggestions: kind === 'logo' ? suggestColors(made.pixels) : [] };
  }
}

/** The row of a picture whose bytes are stored, in this transaction. */
const noted = (em: EntityManager, { id, companyId }: Picture): Promise<Picture> =>
  em.findOneOrFail(Picture, { id, companyId });
