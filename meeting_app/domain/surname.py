"""Surnames that are read otherwise than the same character elsewhere: 单 Shàn, not dān; 仇 Qiú, not chóu.

The first reading is the surname's, the others are what somebody types who does not know it; without tones,
as it is typed. 现代汉语词典 marks these readings with 姓.
"""

READINGS: dict[str, tuple[str, ...]] = {
    name: tuple(readings.split("/"))
    for name, readings in (
        entry.split("=")
        for entry in (
            "单=shan/dan 解=xie/jie 仇=qiu/chou 区=ou/qu 曾=zeng/ceng 查=zha/cha 盖=ge/gai 任=ren "
            "乐=yue/le 缪=miao/mou 朴=piao/pu 翟=zhai/di 覃=qin/tan 牟=mou/mu 折=she/zhe "
            "种=chong/zhong 员=yun/yuan 贠=yun/yuan 洗=xian/xi 冼=xian 繁=po/fan 召=shao/zhao "
            "秘=bi/mi 隗=wei/kui 句=gou/ju 黑=he/hei 乜=nie/mie 佴=nai/er 祭=zhai/ji 石=shi/dan "
            "薄=bo/bao 车=che/ju 谌=chen/shen 褚=chu/zhu 郗=xi/chi 盛=sheng/cheng 都=du/dou "
            "费=fei/bi 会=kuai/hui 角=jue/jiao 宓=mi/fu 能=nai/neng 粘=nian/zhan 莘=shen/xin "
            "宿=su/xiu 谭=tan/qin 尉=wei/yu 行=xing/hang 於=yu/wu 俞=yu/shu 重=chong/zhong "
            "降=xiang/jiang 强=qiang/jiang 番=pan/fan 朝=chao/zhao 藏=zang/cang 柏=bai/bo "
            "长=zhang/chang 晟=cheng/sheng 尹=yin 那=na/nuo 哈=ha 葛=ge 过=guo 纪=ji 宁=ning 华=hua "
            "燕=yan 应=ying 幺=yao 万=wan/mo 沈=shen/chen 逄=pang/feng 眭=sui/gui 阚=kan 仝=tong "
            "訾=zi 令=ling 曲=qu 钭=tou/dou 洪=hong 郇=xun/huan 郝=hao/he 亓=qi 戚=qi 瞿=qu 麹=qu "
            "阙=que 冉=ran 撒=sa 沙=sha 佘=she/yu 肖=xiao 胥=xu 禤=xuan 幸=xing 羿=yi 茆=mao 芈=mi "
            "糜=mi 南=nan 倪=ni 仉=zhang 占=zhan 昝=zan 适=kuo/shi 不=fou/bu 少=shao 吾=wu 鲜=xian "
            "相=xiang 要=yao 中=zhong 宗=zong 卜=bu 晁=chao 尉迟=yuchi/weichi "
            "长孙=zhangsun/changsun 万俟=moqi/wansi 澹台=tantai/dantai 令狐=linghu 皇甫=huangfu "
            "夏侯=xiahou 单于=chanyu/danyu 鲜于=xianyu 呼延=huyan 尉犁=yuli/weili 亓官=qiguan "
            "闾丘=lvqiu/lyuqiu 公冶=gongye 宰父=zaifu 乐正=yuezheng/lezheng "
        ).split()
    )
}


def surname_readings(name: str) -> tuple[str, tuple[str, ...]]:
    """(the surname when it is one of the table, its readings): a surname of two characters before one of
    them.
    """
    for length in (2, 1):
        surname = name[:length]
        if len(name) >= 2 * length - 1 and surname in READINGS:
            return surname, READINGS[surname]
    return "", ()
