/** Who runs this installation, from the environment; what is unset is said to be missing in words. */
export type SiteFacts = {
  organisation: string | undefined
  contact: string | undefined
  dpo: string | undefined
  statementUrl: string | undefined
}

type Settings = { ORG_NAME?: string; ORG_CONTACT?: string; DPO_CONTACT?: string; AGID_STATEMENT_URL?: string }

export const siteFactsOf = (env: Settings): SiteFacts => ({
  organisation: env.ORG_NAME,
  contact: env.ORG_CONTACT,
  dpo: env.DPO_CONTACT,
  statementUrl: env.AGID_STATEMENT_URL,
})
