import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { Brand, Picture } from '@porchlight/contracts';
import { Loaded, onReturn } from '../api/loaded';
import { Refusal } from '../api/refusal';
import { ChosenCompany } from '../session/chosen-company';
import { Brands } from './brands';
import { PictureUrls } from '../files/picture-urls';

/** The brand of the chosen company, as the page about it knows it. Pictures are saved at once, each by itself. */
@Injectable()
export class BrandStore {
  private readonly brands = inject(Brands);
  private readonly chosen = inject(ChosenCompany);
  private readonly urls = inject(PictureUrls);
  readonly brand = new Loaded<Brand>(() => this.brands.get(this.chosen.present().id));
  readonly mayChange = computed(() => this.chosen.may('brand.change'));
  readonly company = this.chosen.present;

  constructor() {
    effect(() => {
      // Another company is another brand.
      if (this.chosen.id() !== null) untracked(() => void this.brand.restart());
    });
    onReturn(() => void this.brand.load());
  }

  setLogo(file: Blob, sent?: (share: number) => void): Promise<void> {
    return this.write((brand) => this.brands.setLogo(brand, file, sent));
  }

  /** Gives the step that puts it back. */
  async removeLogo(): Promise<(() => Promise<void>) | null> {
    const logo = this.brand.value()?.logo;
    if (!logo) return null;
    const bytes = await this.bytesOf(logo);
    await this.write((brand) => this.brands.removeLogo(brand));
    return bytes && (() => this.setLogo(bytes));
  }

  addPicture(file: Blob, sent?: (share: number) => void): Promise<void> {
    return this.write((brand) => this.brands.addPicture(brand, file, sent));
  }

  describe({ id }: Picture, alt: string | null): Promise<void> {
    return this.write((brand) => this.brands.describePicture(brand, id, alt));
  }

  /** Gives the step that puts it back, at the end and with its words. */
  async removePicture(picture: Picture): Promise<(() => Promise<void>) | null> {
    const bytes = await this.bytesOf(picture);
    await this.write((brand) => this.brands.removePicture(brand, picture.id));
    return bytes && (() => this.putBack(bytes, picture.alt));
  }

  /** The bytes of a stored picture, to put it back; null when they cannot be had. */
  bytesOf(picture: Picture): Promise<Blob | null> {
    return this.urls.bytes(picture.url).catch(() => null);
  }

  private async putBack(bytes: Blob, alt: string | null): Promise<void> {
    await this.addPicture(bytes);
    const added = this.brand.value()?.pictures.at(-1);
    if (added && alt) await this.describe(added, alt);
  }

  /** Pictures stand beside the rest of the brand: when that was changed meanwhile, the step is done over what is there now. */
  private async write(step: (brand: Brand) => Promise<Brand>): Promise<void> {
    const brand = this.brand.value() ?? (await this.brands.get(this.chosen.present().id));
    try {
      this.brand.set(await step(brand));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'version_stale') throw error;
      this.brand.set(await step(await this.brands.get(brand.companyId)));
    }
  }
}
