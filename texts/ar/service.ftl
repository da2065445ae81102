# أرقام الخدمة في لوحة الموظفين.

service-title = الأرقام
service-from = من
service-to = إلى
service-show = عرض
service-periods = فترات معتادة
service-last-days = { $count ->
    [zero] آخر { $count } يوم
    [one] اليوم الأخير
    [two] آخر يومين
    [few] آخر { $count } أيام
    [many] آخر { $count } يوما
   *[other] آخر { $count } يوم
  }
service-period = من { $first } إلى { $last }
service-counted = أُحصيت البيانات حتى { $moment }.
service-none = لم يُحصَ شيء في هذه الفترة.
service-few = أقل من { $count }
service-all = كل اللغات
service-chart = رسم بياني: { $name }. الأرقام نفسها واردة في الجدول.
service-download = { $name } بصيغة CSV
service-escalation = وصل إلى الموظفين { $rate } من الاستفسارات: { $number } من أصل { $total }.
service-under = لم يُتجاوز الحد البالغ { $line }.
service-over = تم تجاوز الحد البالغ { $line }.
service-reviewed = { $count ->
    [zero] لم يُراجَع أي استفسار ({ $count }).
    [one] رُوجع استفسار واحد ({ $count }).
    [two] رُوجع استفساران ({ $count }).
    [few] رُوجعت { $count } استفسارات.
    [many] رُوجع { $count } استفسارا.
   *[other] رُوجع { $count } استفسار.
  }
error-period = هذه ليست فترة صالحة. يرجى اختيار يومين، على ألا يكون الأول بعد الأخير وألا يزيد الفارق على عشر سنوات.

service-table-days = الاستفسارات حسب اليوم واللغة
service-note-days = الاستفسار سؤال واحد مع كل ما تلاه. تُعرض الفترات الطويلة بالأسبوع أو الشهر، ويتضمن الملف كل يوم.
service-table-outcomes = ما آلت إليه الاستفسارات
service-note-outcomes = لكل استفسار نتيجة واحدة. تُعرض النتائج جنبا إلى جنب ولا تُجمع في نسبة نجاح واحدة.
service-table-queues = الطلبات المحالة إلى الموظفين حسب القائمة
service-note-queues = الوقت من الطلب إلى أول رد وإلى الحل: الوسيط، والمدة التي أُنجزت خلالها تسعة طلبات من كل عشرة. لا تدخل في الأوقات الطلبات التي لم تلق ردا أو حلا بعد.
service-table-promises = الالتزام بالمهل حسب القائمة
service-note-promises = ما تعد به كل قائمة محسوبا بساعات عملها: رد أول وحل في الموعد. يُعد الموعد فائتا بمجرد انقضائه، أما الطلبات التي ما زال بالإمكان الرد عليها أو حلها في الموعد فلا تظهر في أي عمود.
service-table-satisfaction = رضا الزوار
service-note-satisfaction = يُطرح السؤال مرة واحدة بعد معالجة الطلب، ولا يُطرح أبدا في المسائل الحساسة. والنسبة هي نسبة «نعم» من الإجابات.
service-table-hours = أكثر الساعات ازدحاما
service-note-hours = وقت بدء الاستفسارات، بتوقيت ساعات العمل.
service-table-weekdays = أكثر أيام الأسبوع ازدحاما
service-note-weekdays = وقت بدء الاستفسارات.
service-table-topics = أكثر ما سُئل عنه
service-note-topics = أنواع الأسئلة وما آلت إليه. لا تشمل المسائل الحساسة.
service-table-unanswered = ما تعذرت الإجابة عنه
service-note-unanswered = استفسارات فيها سؤال واحد على الأقل بقي دون إجابة، حتى إن أجيب عن محاولة أخرى.
service-table-questions = أسئلة لم تُفهم
service-note-questions = أكثر ما سأله الزوار دون أن يلقوا إجابة، بكلماتهم؛ والبيانات الشخصية محجوبة. تُحسب الأسئلة ذات الكلمات نفسها معا. ولا يؤخذ شيء من المحادثات التي ورد فيها بلاغ عن أذى.
service-table-helpful = مقالات مفيدة
service-note-helpful = المقالات التي وصفها الزوار بأنها مفيدة أكثر من غيرها.
service-table-unhelpful = مقالات غير مفيدة
service-note-unhelpful = المقالات التي كثيرا ما انتهت الاستفسارات بعدها إلى الترك أو الإحالة أو الخطأ.

service-column-day = اليوم
service-column-week = الأسبوع ابتداءً من
service-column-month = الشهر
service-column-question = السؤال
service-column-total = الاستفسارات
service-column-language = اللغة
service-column-confirmed = مؤكدة
service-column-assumed = مفترض حلها
service-column-abandoned = متروكة
service-column-escalated = محالة
service-column-wrong = خاطئة
service-column-open = مفتوحة
service-column-rate = وصلت إلى الموظفين
service-column-queue = القائمة
service-column-requests = الطلبات
service-column-answer-median = أول رد، الوسيط
service-column-answer-p90 = أول رد، تسعة من عشرة
service-column-solution-median = الحل، الوسيط
service-column-solution-p90 = الحل، تسعة من عشرة
service-column-answers-kept = ردود في الموعد
service-column-answers-missed = ردود متأخرة
service-column-share-answers = نسبة الردود في الموعد
service-column-solutions-kept = حلول في الموعد
service-column-solutions-missed = حلول متأخرة
service-column-share-solutions = نسبة الحلول في الموعد
service-column-asked = سُئلوا
service-column-yes = نعم
service-column-partly = جزئيا
service-column-no = لا
service-column-share-yes = نسبة «نعم»
service-column-hour = الساعة
service-column-weekday = يوم الأسبوع
service-column-intent = موضوع السؤال
service-column-article = المقال
service-column-misses = أسئلة دون إجابة

service-outcome-confirmed = قال الزائر إن الإجابة ساعدته.
service-outcome-assumed = أُجيب عنه وتلا ذلك صمت 24 ساعة. ويُلغى إذا عاد السؤال نفسه خلال 72 ساعة.
service-outcome-abandoned = بقي دون إجابة، أو بإجابة لم تساعد، وتلا ذلك صمت 24 ساعة.
service-outcome-escalated = فُتح طلب إلى الموظفين لأي سبب كان.
service-outcome-wrong = رأى مراجع أن الإجابة خاطئة.
service-outcome-open = لم تمض 24 ساعة بعد.

service-intent-ask-article = القواعد والمعلومات
service-intent-search-assignments = البحث عن مهام
service-intent-more-results = مزيد من النتائج
service-intent-ask-details = تفاصيل مهمة
service-intent-ask-statistic = إحصاءات
service-intent-ask-indicator = مؤشرات النتائج
service-intent-ask-modality = أنواع الخدمة
service-intent-ask-eligibility = الأهلية
service-intent-ask-application-status = حالة طلب الالتحاق
service-intent-ask-capabilities = ما يمكن أن تقدمه الخدمة
service-intent-ask-human = الرغبة في التحدث إلى شخص
service-intent-not-helpful = شكوى من إجابة
service-intent-out-of-scope = خارج الموضوع
service-intent-nlu-fallback = غير مفهوم
