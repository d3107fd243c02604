/** Papers for parties: how they were told, and the sheet that is handed over. */
export const papers = {
  papers: {
    told: (way: string, day: string) => (day ? `告知方式：${way}，${day}` : `告知方式：${way}`),
    owed: (tells: string) => `要告知${tells}`,
    serve: '没有联系方式的，打印后当面、邮寄或留置送达；收回的回证拍照，在“告知”“送达”或“记进展”里写明日期和方式。',
    about: '事由：',
    basis: '依据：',
    slip: '送达回证',
    slipLines: ['受送达人', '送达日期和地点', '签收（签名或盖章）', '送达人'],
    ways: '方式：□当面 □邮寄 □留置 □公告 □其他　　代收、拒收的，写明原因。',
  },
}
