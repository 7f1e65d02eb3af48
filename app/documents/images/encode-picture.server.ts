import sharp from 'sharp'

const widest = 2_400
const mostPixels = 60_000_000

/**
 * The picture encoded anew, without place, camera and whatever else it carried: PNG when parts are transparent, JPEG
 * otherwise, what every export can hold. Undefined when it cannot be decoded.
 */
export async function encodePicture(bytes: Uint8Array) {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, pages: 1, failOn: 'error' })
  try {
    const { isOpaque } = await picture.stats()
    const upright = picture
      .rotate()
      .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const out = isOpaque ? upright.jpeg({ quality: 82, mozjpeg: true }) : upright.png({ compressionLevel: 9 })
    const { data, info } = await out.toBuffer({ resolveWithObject: true })
    return {
      data,
      width: info.width,
      height: info.height,
      mediaType: isOpaque ? 'image/jpeg' : 'image/png',
      extension: isOpaque ? 'jpg' : 'png',
    }
  } catch {
    return undefined // broken or absurdly large: the reader of the form is told
  }
}
