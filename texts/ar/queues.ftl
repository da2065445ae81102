# قوائم الطلبات: الأعضاء والالتزامات والتصفية.

queues-title = أعضاء القوائم
queues-text = يعرض الأعضاء قوائمهم بنقرة واحدة. ويمكن لسائر الزملاء تقديم العون.
queues-sensitive = لا يرى هذه الطلبات ومحادثاتها سوى الأعضاء، هنا وفي البحث وفي الأرقام. وما دامت القائمة بلا أعضاء يراها مديرو النظام.
queues-promise = الالتزام محسوبا بساعات العمل – الرد الأول: { $answer }، الحل: { $solution }.
queues-nobody = ليس لهذه القائمة أعضاء بعد.
queues-members = الأعضاء
queues-due = الموعد
queues-due-answer = الرد مستحق خلال { $time }
queues-due-solution = الحل مستحق خلال { $time }
queues-overdue-answer = الرد متأخر بمقدار { $time }
queues-overdue-solution = الحل متأخر بمقدار { $time }
queues-filters = الطلبات المعروضة
queues-any = الكل
queues-mine = قوائمي
queues-me = أنا
queues-no-one = لا أحد
queues-age = أقدم من
queues-state = حالة الطلب
queues-state-open = قيد الانتظار
queues-state-claimed = قيد المعالجة
queues-state-solved = محلول
queues-show = عرض
queues-show-all = عرض الكل
