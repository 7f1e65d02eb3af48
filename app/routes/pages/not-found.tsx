import { AppError } from '#app/shared/app-error.ts'

export function loader() {
  throw new AppError('not-found')
}

export default function NotFound() {
  return null
}
