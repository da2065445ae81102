# حسابات الموظفين: الحساب الشخصي وصفحة المسؤولين.

account-title = حسابي
account-factor = العامل الثاني
account-factor-on = يُطلب منك عند كل دخول رمز من تطبيق المصادقة.
account-factor-off = تدخل بكلمة المرور وحدها. يحمي العامل الثاني حسابك إذا عُرفت كلمة المرور.
account-factor-set = إعداد عامل ثانٍ
account-factor-remove = إزالة العامل الثاني
account-codes = تم إعداد العامل الثاني. احفظ رموز الاسترداد هذه في مكان آمن، فهي لا تظهر إلا الآن. يحل كل منها محل رمز مرة واحدة إذا فقدت هاتفك.
account-codes-left = { $count ->
    [zero] لم يبق أي رمز استرداد ({ $count }).
    [one] بقي رمز استرداد واحد ({ $count }).
    [two] بقي رمزا استرداد ({ $count }).
    [few] بقيت { $count } رموز استرداد.
    [many] بقي { $count } رمز استرداد.
   *[other] بقي { $count } رمز استرداد.
  }
account-code = الرمز
account-code-wanted = أدخل الرمز الظاهر في تطبيق المصادقة أو أحد رموز الاسترداد.
account-scan = امسح هذه الصورة بتطبيق مصادقة ثم أدخل الرمز الذي يظهر.
account-qr = رمز استجابة سريعة يحوي السر، وهو مكتوب أدناه أيضا.
account-secret = إذا تعذر المسح فأدخل هذا السر يدويا:
account-logins = أماكن دخولك الحالية
account-browser = المتصفح
account-begun = منذ
account-seen = آخر استخدام
account-this = هذه الجلسة
account-end = إنهاء
account-end-others = إنهاء كل ما عداها
account-choose = اختيار كلمة مرور
account-welcome = { $name }، اختر كلمة مرور لحسابك { $login }. يعمل هذا الرابط مرة واحدة.
account-single = الدخول بحساب مؤسستك
people-state = الحالة
people-link = { $hours ->
    [zero] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال { $hours } ساعة:
    [one] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال ساعة ({ $hours }):
    [two] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال ساعتين ({ $hours }):
    [few] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال { $hours } ساعات:
    [many] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال { $hours } ساعة:
   *[other] سلّم هذا الرابط إلى { $login }؛ يعمل مرة واحدة خلال { $hours } ساعة:
  }
people-active = نشط
people-inactive = معطل
people-with-factor = بعامل ثانٍ
people-new-link = رابط جديد
people-deactivate = تعطيل
people-activate = إعادة التفعيل
people-reset-factor = إزالة العامل الثاني
people-role-of = دور { $login }
people-save-role = حفظ دور { $login }
error-second-factor-code = هذا الرمز غير صحيح أو سبق استخدامه.
error-second-factor-there = يوجد عامل ثانٍ بالفعل. أزله أولا.
error-second-factor-none = لا يوجد عامل ثانٍ.
error-link-void = استُخدم هذا الرابط أو استُبدل أو انتهت صلاحيته. اطلب رابطا جديدا من مدير النظام.
error-last-administrator = لا بد من مدير نظام يمكنه الدخول. عيّن مديرا آخر أولا.
error-provider = لم ينجح الدخول عبر المؤسسة. يرجى المحاولة مجددا أو سؤال مدير النظام.
error-provider-unknown = حساب مؤسستك لا يتيح الدخول إلى هذه اللوحة. يرجى سؤال مدير النظام.
