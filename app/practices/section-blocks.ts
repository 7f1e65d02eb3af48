import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { type DocJson, type NodeJson } from '#app/documents/schema/json.ts'
import { isBlank, sectionNode, sectionOf } from '#app/documents/schema/content.ts'
import { obligatorySections, type PracticeSection, practiceSections } from './practice.ts'
import type { SectionTexts } from './practice.schema.ts'

/** What was typed into the form's text areas, as blocks by section. Keys that were not sent are left out. */
export function sectionBlocks(texts: SectionTexts): Partial<Record<PracticeSection, NodeJson[]>> {
  const given = practiceSections.filter((key) => texts[key] !== undefined)
  return Object.fromEntries(given.map((key) => [key, blocksFromMarkdown(texts[key] ?? '')]))
}

/** A new sheet's text from the form. */
export const docFromSections = (texts: SectionTexts): DocJson => ({
  type: 'doc',
  content: practiceSections.map((key) => sectionNode(key, blocksFromMarkdown(texts[key] ?? ''))),
})

/** True when every obligatory section says something: then the sheet is full, not short. */
export const isFullSheet = (doc: DocJson): boolean => obligatorySections.every((key) => !isBlank(sectionOf(doc, key)))
