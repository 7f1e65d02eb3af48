import { Fragment } from 'react'
import type { Marked as MarkedText } from '#search/engine.ts'

/** Text with the words that matched in <mark>. The parts are plain text: nothing of a record is ever read as HTML. */
export function Marked({ parts }: { parts: MarkedText }) {
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>{part.mark ? <mark>{part.text}</mark> : part.text}</Fragment>
      ))}
    </>
  )
}
