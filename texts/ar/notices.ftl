# Notices of outages in the staff console.

notices-title = الإشعارات
notices-text = عند حدوث عطل يطرح كثيرون السؤال نفسه. يقدم المساعد الإشعار المنشور أولا لكل سؤال يتعلق به، ابتداء من السؤال التالي.
notices-notice = الإشعار
notices-new = إشعار جديد
notices-edit = تعديل الإشعار
notices-back = رجوع
notices-no-notice = لا يوجد أي إشعار بعد.
notices-none = بلا إشعار
notices-link = ربط بالإشعار
notices-unlink = فك الربط
notices-starts = من
notices-ends = إلى
notices-requests = الطلبات المفتوحة بشأنه
notices-no-requests = لا يوجد طلب مفتوح مرتبط بهذا الإشعار.
notices-state-draft = مسودة
notices-state-published = منشور
notices-state-planned = مقرر
notices-state-over = انتهت مدته
notices-state-ended = أُنهي
notices-keywords = الكلمات المفتاحية
notices-keywords-hint = الكلمات المفتاحية: كلمة في كل سطر. كل سؤال ترد فيه إحداها يحصل على الإشعار مهما قال غير ذلك.
notices-questions-hint = أسئلة نموذجية: سؤال في كل سطر، ويفضل خمسة أو أكثر، كما يكتبها أشخاص مختلفون.
notices-languages-hint = العنوان والنص مطلوبان باللغة { $language }؛ ومن يكتب بلغة ناقصة يحصل عليهما ويُخبر بذلك.
notices-replaces = يحل الإشعار محل الإجابة المعتادة (وإلا فيأتي قبلها)
notices-times-hint = اتركهما فارغين ليسري فورا وحتى ينهيه أحد. المنطقة الزمنية: { $zone }.
notices-manner = في المحادثة
notices-manner-replaces = بدلا من الإجابة المعتادة
notices-manner-precedes = قبل الإجابة المعتادة
notices-end = إنهاء الآن
notices-publish-again = نشر من جديد
notices-discard = حذف
notices-tried-yes = هذا السؤال يحصل على الإشعار.
notices-tried-no = هذا السؤال لا يحصل على الإشعار.
notices-reply = رد واحد للجميع
notices-reply-text = يحصل عليه كل زائر في المحادثة، بلغته إن كتبته بها، وإلا فباللغة { $language }.
notices-then = بعد ذلك
notices-then-close = إغلاق الطلبات
notices-then-hand-back = إعادتها إلى المساعد
notices-send = إرسال إلى الجميع
notices-answered = { $count ->
    [zero] لم يُرد على أي زائر.
    [one] تم الرد على زائر واحد ({ $count }).
    [two] تم الرد على زائرين ({ $count }).
    [few] تم الرد على { $count } زوار.
    [many] تم الرد على { $count } زائرا.
   *[other] تم الرد على { $count } زائر.
  }
notices-held = هذه الطلبات لدى زملاء ولم تُمس. حددها أدناه للرد عليها أيضا.
notices-held-confirm = الرد أيضا على ما لدى الزملاء (تتولاه أنت)

# Errors
error-notice-changed = غيّر شخص آخر هذا الإشعار في هذه الأثناء. يرجى الاطلاع عليه من جديد.
error-notice-first = يرجى كتابة العنوان والنص باللغة الأولى.
error-notice-half = تحتاج كل لغة إلى عنوان ونص معا.
error-notice-long = للعنوان 200 حرف وللنص 4000 وللسؤال أو الكلمة المفتاحية 300 على الأكثر؛ و50 سطرا على الأكثر.
error-notice-keyword = الكلمة المفتاحية «{ $word }» قصيرة جدا، فهي ترد في أسئلة كثيرة جدا.
error-notice-nothing = يرجى كتابة سؤال نموذجي واحد أو كلمة مفتاحية واحدة على الأقل، وإلا فلن يحصل أحد على الإشعار.
error-notice-times = يجب أن تأتي النهاية بعد البداية.
error-notice-sensitive = لا يمكن ربط طلب حساس بإشعار.
error-notice-reply = يرجى كتابة الرد باللغة الأولى.
