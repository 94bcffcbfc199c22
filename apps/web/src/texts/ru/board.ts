import type { Catalogue } from "@veche/ui";
import type { boardEn } from "../en/board.ts";

export const boardRu = {
  "rail.board": "Табло",
  "board.title": "Табло",
  "board.lead":
    "Кто ждёт, кто кого обслуживает и как идёт день. Обновляется само каждые пять секунд.",
  "board.threshold": "Порог ожидания",
  "board.seconds": "{seconds} с",
  "board.stale":
    "Сервер не отвечает. Показано то, что было в {time}; обновится само.",

  "board.now": "Сейчас",
  "board.waiting": "Ждут",
  "board.ringing": {
    by: "count",
    one: "из них предложен операторам: {count}",
    few: "из них предложены операторам: {count}",
    many: "из них предложены операторам: {count}",
    other: "из них предложены операторам: {count}",
  },
  "board.longest": "Самое долгое ожидание",
  "board.calls": "Идёт звонков",
  "board.chats": "Идёт чатов",
  "board.free": "Свободные операторы",
  "board.ofPresent": "из {count} на работе",
  "board.alert.long": "Дольше порога {seconds} с",
  "board.alert.unstaffed": "Клиенты ждут, а свободных операторов нет",

  "board.queues": "Очереди сейчас и сегодня",
  "board.queue": "Очередь",
  "board.queue.unstaffed": "Ни один её оператор не свободен",
  "board.queuesMeaning":
    "Обращение считается в той очереди, где оно сейчас: переданное в другую очередь — там.",
  "board.operators": "Операторы",
  "board.byState": "Операторы по состояниям",
  "board.stateCount": "{state}: {count}",
  "board.column.operator": "Оператор",
  "board.column.state": "Состояние",
  "board.column.for": "Уже",
  "board.column.with": "Клиент",
  "board.column.sessions": "Сеансов сегодня",
  "board.state.available": "На связи",
  "board.state.offline": "Не на связи",
  "board.state.break": "Перерыв",
  "board.state.ringing": "Получает вызов",
  "board.state.in_call": "С клиентом",
  "board.state.wrap_up": "Оформление",
  "board.state.not_responding": "Не отвечает",
  "board.noOperators": "Никого из операторов нет на работе",
  "board.noOperatorsAdvice":
    "Операторы появятся здесь, когда выйдут на связь на своём пульте.",
  "board.help": "Просит помощи",
  "board.listen": "Слушать",
  "board.listenTo": "Слушать разговор: {operator} и {name}",
  "board.takeOver": "Взять себе",
  "board.takeOverOf": "Взять себе: {name} (сейчас оператор {operator})",
  "board.takeOverQuestion": "Взять сеанс себе? Клиент: {name}",
  "board.takeOverAdvice":
    "Вы сразу станете оператором. {operator} выйдет из разговора и увидит сообщение об этом. Клиент останется в том же звонке и чате.",
  "board.rest": {
    by: "count",
    one: "Ещё {count} оператор не на связи и сегодня никого не обслужил.",
    few: "Ещё {count} оператора не на связи и сегодня никого не обслужили.",
    many: "Ещё {count} операторов не на связи и сегодня никого не обслужили.",
    other: "Ещё {count} оператора не на связи и сегодня никого не обслужили.",
  },
  "board.sessionsMeaning":
    "Сеансов сегодня: сегодняшние звонки и чаты, в которых оператор участвовал, в том числе переданные дальше и его собственные звонки клиентам.",

  "board.today": "Сегодня",
  "board.since": "С {time} по времени сервера ({zone})",
  "board.figure.offered": "Поступило",
  "board.figure.answered": "Принято",
  "board.figure.abandoned": "Не дождались",
  "board.figure.level": "Уровень обслуживания, {seconds} с",
  "board.figure.asa": "Среднее ожидание (ASA)",
  "board.figure.aht": "Среднее обслуживание (AHT)",
  "board.figure.score": "Средняя оценка",
  "board.figure.rated": "Оценено",
  "board.figure.csat": "Довольные клиенты (CSAT)",
  "board.figure.people": "Средняя оценка людям",
  "board.figure.technology": "Средняя оценка технике",
  "board.ofFive": "{mean} из 5",
  "board.note.offered": "ещё ждут: {count}",
  "board.note.answered": "из них завершено: {count}",
  "board.note.abandoned": "от поступивших: {share}",
  "board.note.level":
    "принято за {seconds} с ÷ все принятые: {inTime} из {answered}",
  "board.note.asa": "по числу принятых: {answered}",
  "board.note.aht": "из него оформление: {time}",
  "board.note.score": "оценок: {count}",
  "board.howCounted": "Как считаются эти показатели",
  "board.meaning.offered":
    "Звонки и чаты, о которых клиенты попросили с полуночи: принятые, не дождавшиеся и те, кто ещё ждёт, вместе. Обращения до полуночи и звонки самих операторов не входят.",
  "board.meaning.answered":
    "Те из поступивших, которые принял оператор. Сеанс, переданный другому оператору, считается один раз. Завершённые — те, у которых закончились и сеанс, и оформление.",
  "board.meaning.abandoned":
    "Те из поступивших, которые закончились раньше, чем их принял оператор: клиент передумал ждать или слишком долго отсутствовал. Доля — не дождавшиеся ÷ поступившие, в процентах. Короткие ожидания не исключаются.",
  "board.meaning.level":
    "Принятые после ожидания не дольше {seconds} с ÷ все принятые, в процентах. Не дождавшиеся и те, кто ещё ждёт, не входят. Другой порог можно выбрать вверху страницы.",
  "board.meaning.asa":
    "Сумма ожиданий принятых, от обращения до ответа оператора, ÷ число принятых. Повторное ожидание при передаче сеанса не входит.",
  "board.meaning.aht":
    "Сумма времени сеансов (от ответа до конца, с удержанием и передачей) и оформления у завершённых ÷ число завершённых. Сеансы и оформления, которые ещё идут, не входят.",
  "board.meaning.score":
    "Среднее из оценок людям, от 1 до 5, в сеансах, закончившихся с полуночи. Оценки технике и сеансы без оценки не входят.",
  "board.meaning.rated":
    "Сеансы, которые клиенты оценили: людей, технику или и то и другое.",
  "board.meaning.csat":
    "Оценки 4 и 5, поставленные людям, ÷ все оценки людям, в процентах. Если оценена только техника, оценка не входит.",
  "board.meaning.people": "Сумма оценок людям, от 1 до 5, ÷ их число.",
  "board.meaning.technology": "Сумма оценок технике, от 1 до 5, ÷ их число.",

  "board.byHour": "Сегодня по часам",
  "board.hour": "Час с",
  "board.hour.offered": "Поступило",
  "board.hour.answered": "Принято",
  "board.hour.abandoned": "Не дождались",
  "board.hour.waiting": "Ещё ждут",
  "board.hour.bar": "Картина чисел",
  "board.emptyDay": "Сегодня ещё никто не обращался",
  "board.emptyDayAdvice":
    "Когда клиент попросит о звонке или чате, обращение будет посчитано здесь, в том часу, когда поступило.",
} as const satisfies Catalogue<keyof typeof boardEn>;
