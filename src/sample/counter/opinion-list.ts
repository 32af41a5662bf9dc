/* Opinions, suggestions and praise: kind|topic|department|what was said|answer|measures. Kinds: o opinion, s suggestion, p praise. */
export const opinionList = [
  's|lifts|engineering|早高峰能不能让两部客梯只停双层，分流一下？|已安排八点半至九点半K3、K4只停双层，试行两周后再听取意见。|高峰分流方案已下发',
  's|parking|security|车库出口弯道看不到对面来车，建议加凸面镜。|已在B2出口加装凸面镜两面，请注意慢行。|现场已安装并复查',
  's|cleaning|cleaning|雨天大堂的伞袋用完没人补，地面很湿。|已增加两台伞袋机，雨天每半小时巡查一次。|雨天保障清单',
  's|canteen|customerService|午餐能不能增加一个清淡的窗口？|从下周起三号窗口提供少油少盐套餐。|已与餐厅确认菜单',
  's|airCon|engineering|办公室冬天偏干，能否调高新风加湿？|已检查加湿段并投入运行，湿度保持在四成以上。|加湿段列入月检',
  's|greening|cleaning|中庭的绿植可以多换一些开花的品种。|已与养护单位商定，每季更换一次花卉。|季度换花计划',
  's|meetingRooms|customerService|会议室预订页面希望能看到投影型号。|已在预订页面加上设备清单和照片。|资料已更新',
  's|notices|customerService|停水通知能不能提前两天发，并发到手机上？|今后计划性停水提前三个工作日通知，同时发送平台消息。|通知流程已修订',
  's|mail|customerService|邮件分拣室能否延长到晚上七点？|试行周一至周四延长至十九点，一个月后视取件量确定。|排班已调整',
  's|security|security|夜间加班希望有人送到地铁口附近。|二十二点后可联系门岗，由保安陪同至路口。|夜间陪同服务已公示',
  'o|charges|finance|账单明细看不懂，能不能把单价和用量分开？|新账单已分列单价、用量和调整项，并附说明。|账单模板已改版',
  'o|repairs|engineering|维修工上门前希望能提前十分钟打电话。|已要求出发前十分钟电话告知，抽查电话记录。|列入维修规程',
  'o|reception|customerService|前台中午常只有一个人，排队很久。|午间已安排两人值班，高峰时由主管支援。|排班表已调整',
  'o|fitOut|engineering|装修噪声时段希望贴在电梯里。|已在轿厢张贴当周噪声作业时段，每周一更新。|每周更新',
  'o|switchboard|customerService|转接电话时等待音乐太响。|已调低音量并缩短提示语。|话务系统已调整',
  'o|emergencies|security|演练时疏散通道指示不够清楚。|已在各层补贴反光指示并重新编号。|标识已补齐',
  'o|businessCentre|customerService|商务中心复印纸常缺A3。|已设最低库存，低于两箱即补。|库存表每周核对',
  'p|cleaning|cleaning|保洁周姐捡到钱包主动送还，非常感谢。|感谢您的表扬，已转达本人并在部门通报表扬。|',
  'p|repairs|engineering|李师傅修空调很仔细，还教我们怎么保养滤网。|感谢您的认可，已转达李师傅本人。|',
  'p|reception|customerService|前台叶舒英语接待很专业，外宾满意。|感谢鼓励，我们会继续努力。|',
  'p|security|security|大雨天保安帮我们把资料护送到车上。|感谢表扬，已在班前会上通报。|',
] as const

export const englishOpinions = [
  's|notices|customerService|It would help us if notices came in English on the same day.|From this month notices go out in both languages on the same day.|Bilingual notices agreed',
  'p|reception|customerService|Your reception staff found a taxi for our guests in the rain. Thank you.|Thank you for your kind words; we have passed them on.|',
] as const
