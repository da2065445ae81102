### كلمات نافذة المحادثة: نص بسيط بمتغيرات مثل {$name}، بلا صيغ جمع ولا دوال.

widget-title = اسأل {$organisation}
widget-greeting = مرحبا! أنا مساعد آلي ولست إنسانا. أجيب عن أسئلة التطوع، وأذكر مصدر كل جواب. وإذا لم أستطع مساعدتك فسأحيلك إلى أحد الزملاء.
widget-examples = أسئلة يمكنك طرحها
widget-example-1 = ما المهام التطوعية المتاحة حاليا؟
widget-example-2 = من يمكنه التطوع؟
widget-example-3 = كيف أقدم طلبا؟
widget-example-4 = أريد التحدث إلى موظف
widget-privacy = بياناتك
widget-privacy-link = قراءة إشعار الخصوصية

widget-close = إغلاق المحادثة
widget-menu = خيارات هذه المحادثة
widget-language = اللغة
widget-conversation = المحادثة
widget-log = الرسائل
widget-newer = رسائل جديدة

widget-input = رسالتك
widget-placeholder = اكتب سؤالك
widget-send = إرسال
widget-characters-left = عدد الأحرف المتبقية: {$left}
widget-too-long = الحد الأقصى لعدد أحرف الرسالة {$limit}. عدد الأحرف الزائدة في رسالتك: {$excess}. يرجى اختصارها أو إرسالها على جزأين.

widget-author-visitor = أنت
widget-author-assistant = المساعد
widget-author-staff = موظف
widget-author-system = إشعار
widget-typing = {$name}: جارٍ الكتابة…
widget-typing-assistant = الجواب في الطريق إليك…

widget-status-assistant = أنت تتحدث إلى المساعد، وهو برنامج.
widget-status-queued = أنت في قائمة الانتظار. سيتابع معك أحد الزملاء هنا.
widget-status-place = ترتيبك في قائمة الانتظار: {$place}.
widget-status-staff = معك الآن {$name} للإجابة عن أسئلتك هنا.
widget-status-staff-unnamed = انضم أحد الزملاء إلى المحادثة، وسيجيبك هنا.
widget-status-closed = انتهت هذه المحادثة. وإذا كتبت من جديد فستُستأنف.
widget-status-case = الطلب {$case}

widget-today = اليوم
widget-yesterday = أمس
widget-choices = اختر جوابا
widget-source = المصدر
widget-sources = المصادر
widget-paragraph = الفقرة {$paragraph}
widget-as-of = بتاريخ {$date}
widget-helpful = هل أفادك هذا الجواب؟
widget-yes = نعم
widget-no = لا
widget-helpful-thanks = شكرا. يسرنا أن الجواب أفادك.
widget-unhelpful-thanks = شكرا لإخبارنا. جرب كلمات أخرى، أو اطلب التحدث إلى موظف.
widget-details = التفاصيل
widget-details-of = التفاصيل: {$title}
widget-enlarge = تكبير: {$title}
widget-shrink = إغلاق الصورة
widget-table = البيانات نفسها في جدول

widget-waiting = في انتظار الإرسال
widget-not-sent = لم تُرسل.
widget-send-again = إعادة الإرسال
widget-discard = تجاهل
widget-offline = أنت غير متصل بالإنترنت. سيُحفظ ما تكتبه ويُرسل عند عودة الاتصال.
widget-unreachable = لا يمكن الوصول إلى مكتب الخدمة حاليا. ما زلنا نحاول.
widget-unreachable-waiting = لا يمكن الوصول إلى مكتب الخدمة حاليا. رسالتك محفوظة وستُرسل مرة واحدة، ولا داعي إلى كتابتها من جديد.
widget-renewed = لم تعد محادثتك السابقة محفوظة: فقد حُذفت أو انتهت مدة حفظها. وما تكتبه الآن يبدأ محادثة جديدة.

widget-email-offer = هل تريد أن يصلك الرد بالبريد الإلكتروني أيضا؟ اترك عنوانك:
widget-email-send = حفظ العنوان
widget-email-decline = لا، سأنتظر هنا

widget-download = تنزيل هذه المحادثة
widget-delete = حذف هذه المحادثة
widget-delete-question = هل تريد حذف هذه المحادثة نهائيا، هنا ولدى مكتب الخدمة؟ لن تتمكن من قراءتها بعد ذلك.
widget-delete-yes = حذف
widget-delete-no = الاحتفاظ بها
widget-deleted = حُذفت المحادثة. يمكنك بدء محادثة جديدة في أي وقت.
