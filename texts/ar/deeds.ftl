# ما يفعله الموظفون بالطلب، وما يقال للزوار عنه.

deeds-help = مساعدة في الرد
deeds-suggested = مقالات مقترحة
deeds-suggested-for = للسؤال:
deeds-no-suggestion = لا يوجد مقال قريب من السؤال الأخير.
deeds-canned = ردود جاهزة
deeds-insert = إدراج
deeds-sent = كما يُرسل
deeds-meaning = بلغتك
deeds-open-article = فتح المقال
deeds-note = ملاحظة داخلية
deeds-note-label = ملاحظة داخلية (لا يراها سوى الموظفين)
deeds-note-save = حفظ الملاحظة
deeds-assign = إسناد
deeds-colleague = الزميل
deeds-transfer = نقل
deeds-snooze = تأجيل
deeds-snooze-for = مدة التأجيل
deeds-snoozed = مؤجلة
deeds-snoozed-until = مؤجل حتى
deeds-wake = استئناف الآن
deeds-merge = دمج طلب مكرر
deeds-duplicate = طلب للزائر نفسه
deeds-merged-into = دُمج في
deeds-close = إغلاق
deeds-close-reason = السبب
deeds-pick = تحديد
deeds-bulk = الطلبات المحددة:
deeds-bulk-done = { $count ->
    [zero] لم يُنفَّذ لأي طلب.
    [one] نُفِّذ لطلب واحد.
    [two] نُفِّذ لطلبين.
    [few] نُفِّذ لعدد { $count } طلبات.
    [many] نُفِّذ لعدد { $count } طلبا.
   *[other] نُفِّذ لعدد { $count } طلب.
  }
deeds-bulk-refused = غير ممكن (بعد الآن): { $cases }.
queues-state-snoozed = مؤجل
console-resolution-answered = أُجيب عنه
console-resolution-no_reply = لم يرد الزائر
console-resolution-not_ours = ليس من اختصاصنا
console-resolution-abuse = إساءة استعمال
console-resolution-merged = دُمج مع طلب آخر

# للزوار
transferred = أُحيل طلبك من قِبل { $name } إلى زملاء آخرين سيردون عليك هنا.
transferred-sensitive = أُحيل طلبك من قِبل { $name } إلى الفريق المعني بالمسائل الحساسة. ومن الآن لا يقرأ المحادثة سوى هذا الفريق.
merged = ضُم طلبك { $case } إلى طلبك { $other }، وسيظهر الرد هناك.

# الرفض
error-colleague = لا يمكن إسناد الطلب إلى هذا الشخص. يرجى اختيار شخص آخر.
error-queue = يرجى اختيار قائمة أخرى.
error-merge = لا يمكن دمج سوى طلبات الزائر نفسه.
error-answered-meanwhile = أُرسل رد في هذه الأثناء. يرجى قراءته، ثم إعادة الإرسال إن كان ردك لا يزال لازما.
