import { Injectable } from '@nestjs/common';
import { fileName, insistOnDocument, isPicture, RenditionMaker } from '@porchlight/media';
import type { ProjectFile } from './project-file.entity';

/** What a file is, and its bytes as they will be kept. */
type Made = Pick<ProjectFile, 'name' | 'kind' | 'mediaType' | 'width' | 'height'> & {
  readonly large: Buffer;
  /** Of a photo. */
  readonly small: Buffer | null;
};

/** Makes of an upload what is kept: photos are encoded anew, in two sizes, and documents kept as they are. */
@Injectable()
export class FileMaker {
  constructor(private readonly renditions: RenditionMaker) {}

  /** Throws 415 on what is neither, or not what it says. */
  async make(name: string, type: string, bytes: Buffer): Promise<Made> {
    if (!isPicture(type)) {
      const extension = await insistOnDocument(bytes, type);
      const about = { name: fileName(name, extension), kind: 'document' as const, mediaType: type };
      return { ...about, width: null, height: null, large: bytes, small: null };
    }
    const { large, small, mediaType } = await this.renditions.make(bytes, type, 'photo');
    const about = { name: fileName(name, '.jpg'), kind: 'photo' as const, mediaType };
    return { ...about, width: large.width, height: large.height, large: large.bytes, small: small.bytes };
  }
}
