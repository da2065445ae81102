# لوحة عمل الموظفين.

console-title = مكتب الخدمة
console-queue = قائمة الانتظار
console-people = الموظفون
console-log-out = تسجيل الخروج
console-log-in = تسجيل الدخول
console-login = اسم المستخدم
console-password-label = كلمة المرور
console-old-password = كلمة المرور القديمة
console-new-password = كلمة المرور الجديدة (الحد الأدنى لعدد الأحرف: { $minimum })
console-change-password = تغيير كلمة المرور
console-must-change = يرجى أولا اختيار كلمة مرور خاصة بك.
console-language = اللغة
console-save = حفظ
console-online = { $count ->
    [zero] لا توجد لوحة عمل مفتوحة
    [one] لوحة عمل واحدة مفتوحة
    [two] لوحتا عمل مفتوحتان
    [few] { $count } لوحات عمل مفتوحة
    [many] { $count } لوحة عمل مفتوحة
   *[other] { $count } لوحة عمل مفتوحة
  }
console-waiting = في الانتظار
console-claimed = قيد المعالجة
console-solved = حُلت مؤخرا
console-none = لا أحد في الانتظار.
console-case = الطلب
console-reason = السبب
console-priority = الأولوية
console-priority-1 = عاجلة
console-priority-2 = عالية
console-priority-3 = عادية
console-queue-name = قائمة الانتظار
console-since = مدة الانتظار
console-summary = باختصار
console-holder = لدى
console-result = النتيجة
console-open = فتح
console-claim = استلام
console-reply = إرسال
console-reply-label = ردك على الزائر
console-hand-back = إعادة إلى المساعد
console-close = إنهاء
console-release = إعادة إلى قائمة الانتظار
console-solve = حُل، ولا حاجة إلى رد
console-back = العودة إلى قائمة الانتظار
console-contact = العنوان الذي تركه الزائر
console-verified = تم التحقق من الهوية، الطلب
console-page = الصفحة
console-state = الحالة
console-state-assistant = مع المساعد
console-state-queued = في انتظار موظف
console-state-staff = مع موظف
console-state-closed = منتهية
console-understood = ما فُهم
console-intent = القصد
console-score = درجة الثقة
console-article = المقال
console-query = الاستعلام
console-answered-no = بلا جواب
console-sources = المصادر
console-helpful = الزائر: مفيد
console-unhelpful = الزائر: غير مفيد
console-visitor = الزائر
console-assistant = المساعد
console-system = مكتب الخدمة
console-choices = الخيارات المعروضة
console-reason-asked = طلب التحدث إلى موظف
console-reason-sensitive = مسألة حساسة
console-reason-not_resolved = لم تُحل المسألة
console-reason-failure = عطل تقني
console-resolution-handed_back = أُعيد إلى المساعد
console-resolution-closed = أُنهي
console-resolution-withdrawn = سُحب
console-resolution-no_answer_needed = لا حاجة إلى رد
console-queue-general = مسائل عامة
console-queue-technical = مسائل تقنية
console-queue-partnerships = الشراكات
console-queue-sensitive = مسائل حساسة
console-role = الدور
console-role-agent = موظف خدمة
console-role-supervisor = مشرف
console-role-administrator = مدير النظام
console-add-person = إضافة موظف
console-full-name = الاسم الكامل (يظهر للزوار)
