/** Papers for parties: how they were told, and the sheet that is handed over. */
export const papers = {
  papers: {
    told: (way: string, day: string) => (day ? `告知方式：${way}，${day}` : `告知方式：${way}`),
    owed: (tells: string) => `要告知${tells}`,
    serve: '没有联系方式的，打印后当面、邮寄或留置送达；收回的回证拍照，在“告知”“送达”或“记进展”里写明日期和方式。',
    download: '下载 Word',
    drawing: '正在排版…',
    notDrawn: '没有印成。请下载 Word 文件再打印。',
    forms: '可以填好的表',
    formsHint: '按现在的记录填好，没有文号，不算出具的文书。',
    sealed: '密封的内容在文书上留空手填；先打开，十分钟内下载或打印，就印在上面，并记入查阅。',
  },
}
