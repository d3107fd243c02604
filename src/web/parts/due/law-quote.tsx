import './law-quote.css'

/** The law's own words, in its own voice: Song type behind a thin rule. */
export function LawQuote({ quote }: { quote: string }) {
  return (
    <blockquote className="law-quote" lang="zh-CN">
      {quote}
    </blockquote>
  )
}
